export { createApp, type AppOptions } from './app.ts';
export { createServerBackend, type ServerBackend, type ServerBackendOptions } from './domain/backend.ts';
export type { Clock } from './domain/rooms.ts';
export { createHousekeeping } from './housekeeping.ts';
export { listen, type Listening } from './listen.ts';
export { openSqliteStore, type SqliteOptions } from './store/sqlite/index.ts';
export type { Store } from './store/store.ts';
