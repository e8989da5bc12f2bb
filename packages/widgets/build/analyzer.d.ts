declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  /** Reads the static `properties` of lit's elements. */
  export function litPlugin(): unknown[];
}

// Its own types name packages that it does not bring.
declare module '@custom-elements-manifest/analyzer' {
  export const ts: {
    ScriptTarget: { ES2022: number };
    ScriptKind: { TS: number };
    createSourceFile(path: string, text: string, target: number, setParentNodes: boolean, kind: number): object;
  };
  export function create(options: { modules: object[]; plugins: unknown[] }): object;
}
