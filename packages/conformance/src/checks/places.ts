import { checksOf } from '../check.ts';
import { same } from '../expect.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('places');
const consultation = ids.open;

check('list', 'tells where to vote or to get help', async ({ backend }) => {
  const { items, lang } = await backend.places.list({ consultation });
  same([items.map((p) => p.name), lang], [['Mairie', 'Médiathèque'], 'fr'], 'places');
  same([items[0]?.address, items[0]?.hours, items[0]?.access], ['1 place du Parvis', ['Lundi, 9 h à 17 h'], 'Sans marche'], 'the first place');
});

check('list', 'gives one kind of place', async ({ backend }) => {
  const found = async (kind: 'vote' | 'help' | 'meet') => (await backend.places.list({ consultation, kind })).items.map((p) => p.id);
  same([await found('vote'), await found('help'), await found('meet')], [['kit-hall'], ['kit-hall', 'kit-library'], []], 'places of each kind');
});

check('list', 'speaks the language that is asked for', async ({ backend }) => {
  const { items, lang } = await backend.places.list({ consultation }, { locale: 'en' });
  same([items[0]?.name, items[0]?.hours, lang], ['Town hall', ['Monday, 9 to 5'], 'en'], 'locale en');
});

export const placesChecks = list;
