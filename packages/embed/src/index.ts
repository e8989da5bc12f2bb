export { registerAdapter, type AdapterLoader } from '@parvis/widgets/shared';
