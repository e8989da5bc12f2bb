import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Handlers, ParvisElements, ParvisProps } from './tags.js';

type Tags = {
  [Tag in keyof ParvisProps]: DetailedHTMLProps<HTMLAttributes<ParvisElements[Tag]>, ParvisElements[Tag]> & ParvisProps[Tag] & Handlers<Tag>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
