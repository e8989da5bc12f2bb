import { PlaceList, PlaceListInput } from '../schemas/services.ts';
import { operation } from './operation.ts';

export const list = operation({
  method: 'GET', path: '/consultations/{consultation}/places', summary: 'Where to vote, get help or meet',
  input: PlaceListInput, answer: PlaceList, errors: ['not-found'],
});
