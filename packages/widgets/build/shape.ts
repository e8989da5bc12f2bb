/** The part of a custom-elements manifest (schema 1.0.0) that Parvis writes. */
export interface Manifest {
  schemaVersion: string;
  readme: string;
  modules: Module[];
}

export interface Module {
  kind: 'javascript-module';
  path: string;
  declarations: ElementDeclaration[];
  exports: { kind: 'js' | 'custom-element-definition'; name: string; declaration: { name: string; module: string } }[];
}

/** A class: of a tag when it has a `tagName`, else what tags share, or an event. */
export interface ElementDeclaration extends Described {
  kind: 'class';
  superclass?: { name: string };
  customElement?: boolean;
  tagName?: string;
  attributes?: (Described & Typed & { fieldName: string })[];
  members?: Member[];
  events?: (Described & Typed)[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: (Described & { default?: string })[];
}

export interface Member extends Described, Typed {
  kind: 'field' | 'method';
  privacy?: 'public' | 'protected' | 'private';
  static?: boolean;
  readonly?: boolean;
  /** The attribute that sets the property. Absent: only script sets it. */
  attribute?: string;
}

export interface Described {
  /** Empty for the slot without a name. */
  name: string;
  description?: string;
  /** Absent: the class has it of its own. */
  inheritedFrom?: { name: string; module: string };
}

export interface Typed {
  type?: { text: string };
  default?: string;
}
