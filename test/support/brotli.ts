import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes after brotli at its best, as the server hands files out. */
export const brotliSize = (file: Buffer): number => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;
