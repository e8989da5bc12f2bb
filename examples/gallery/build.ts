// Writes the gallery to `dist/`; the browser files must have been built before.
import { buildGallery } from './gallery.ts';

await buildGallery(new URL('dist/', import.meta.url));
