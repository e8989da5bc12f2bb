/** What the output of an installer or a system error says went wrong, and what the person can do about it. First match wins. */
const REMEDIES = /** @type {const} */ ([
  [/EACCES|EPERM|EROFS/, 'this account may not write into the folder of the project: give it the right to, or copy the project to a folder of its own'],
  [/ENOSPC/, 'the disk is full: free about 1 GB and run the command again'],
  [/UNABLE_TO_|SELF_SIGNED|CERT_/, 'the certificate of the npm registry is not trusted here: set NODE_EXTRA_CA_CERTS to the certificate file of your network'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i,
    'the npm registry cannot be reached: connect to the internet (or set the npm registry or proxy of your network) and run the command again',
  ],
  [/ETARGET|E404|EBADPLATFORM/, 'the npm registry does not have it for this machine: install it yourself and run the command again'],
]);

/**
 * @param {string} output
 * @returns {string | undefined} half a sentence; undefined when the cause is not one of the usual ones
 */
export function remedyFor(output) {
  return REMEDIES.find(([pattern]) => pattern.test(output))?.[1];
}
