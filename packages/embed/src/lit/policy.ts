interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}

const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
const asItIs = (text: string): string => text;

/** For what the files themselves write: their templates, and the address of a file beside theirs. The build gives it the name of the file. */
export const policy = trustedTypes?.createPolicy('parvis', { createHTML: asItIs, createScriptURL: asItIs });
