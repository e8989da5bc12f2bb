import type { DefineComponent } from 'vue';
import type { Handlers, ParvisProps } from './tags.js';

type Capital<Handler> = { [Name in keyof Handler as Name extends `on${infer Event}` ? `on${Capitalize<Camel<Event>>}` : never]: Handler[Name] };
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

type Tags = { [Tag in keyof ParvisProps]: DefineComponent<ParvisProps[Tag] & Capital<Handlers<Tag>>> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
