import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import type { GroupVote } from '../group-store.ts';

/** Bytes of a public key (X25519, RFC 7748) and of GCM's tag. */
const keyBytes = 32;
const tagBytes = 16;
/** Every key seals one vote only, so the nonce may stay the same (NIST SP 800-38D §8). */
const nonce = Buffer.alloc(12);
/** What stands before the 32 bytes of a public key in SPKI (RFC 8410). */
const spki = Buffer.from('302a300506032b656e032100', 'hex');

/** `publicKey` seals, and may be known to all; `privateKey` opens, as PEM to be kept elsewhere. */
export function createGroupKeys(): { publicKey: Buffer; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: rawKey(publicKey), privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
}

/**
 * Seals a vote with its group: X25519 with a key of its own, HKDF-SHA-256, AES-256-GCM. The program that seals cannot open it again.
 * @param room bytes that the longest vote of the ballot may take: every sealed vote of a ballot is as long as the others, so that its length says nothing
 */
export function sealGroupVote(publicKey: Uint8Array, vote: GroupVote, room: number): Buffer {
  const own = generateKeyPairSync('x25519');
  const sender = rawKey(own.publicKey);
  const cipher = createCipheriv('aes-256-gcm', sharedKey(own.privateKey, known(publicKey), sender), nonce);
  const text = Buffer.from(JSON.stringify(vote));
  const padded = Buffer.concat([text, Buffer.alloc(Math.max(0, room - text.length), ' ')]);
  return Buffer.concat([sender, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

/** Bytes of a sealed vote. */
export const sealedSize = (room: number): number => keyBytes + room + tagBytes;

/** The public half of a PEM, to see whether it belongs to a consultation. Throws when it is no such key. */
export const publicHalf = (privateKey: string): Buffer => rawKey(createPublicKey(createPrivateKey(privateKey)));

/** Throws when it was sealed for another key, or changed since. */
export function openGroupVote(privateKey: string, sealed: Uint8Array): GroupVote {
  const sender = sealed.subarray(0, keyBytes);
  const decipher = createDecipheriv('aes-256-gcm', sharedKey(createPrivateKey(privateKey), publicKeyOf(sender), sender), nonce);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const text = Buffer.concat([decipher.update(sealed.subarray(keyBytes, -tagBytes)), decipher.final()]);
  return JSON.parse(text.toString()) as GroupVote;
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, sender: Uint8Array): Buffer {
  const secret = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, sender, 'parvis group vote', 32));
}

const rawKey = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(-keyBytes) as Buffer;
/** The last key that was sealed for: to read it again for every vote takes as long as to seal. */
let last: { raw: Buffer; key: KeyObject } | undefined;
function known(raw: Uint8Array): KeyObject {
  if (!last?.raw.equals(raw)) last = { raw: Buffer.from(raw), key: publicKeyOf(raw) };
  return last.key;
}
const publicKeyOf = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
