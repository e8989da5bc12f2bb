import type { Unit } from '@parvis/contract';

/** Every sentence of a letter in one language. */
export interface LetterWords {
  building(name: string): string;
  stair(name: string): string;
  floor(name: string): string;
  door(name: string): string;
  lease(name: string): string;
  /** Above the address when no name is known. */
  toWhom: Record<Unit, string>;
  /** What the receiver may do. */
  voice: Record<Unit, string>;
  until(moment: string): string;
  from(moment: string): string;
  fromUntil(from: string, until: string): string;
  questions(number: number): string;
  yourCode: string;
  /** What the code is good for. */
  worth: Record<Unit, string>;
  ways: string;
  byPhone: string;
  byPhoneHow: string;
  byComputer: string;
  byComputerHow(address: string): string;
  otherwise: string;
  otherwiseHow(contact: string): string;
  secrecy: string;
  /** Where results are told apart by building. */
  byBuilding: string;
  lost(contact: string): string;
  test: string;
}

/** Where a cell holds words already (`Porte 4`, `rez-de-chaussée`), none is put before it. */
const before = (word: string) => (value: string) => (/\p{L}{4}/u.test(value) ? value : `${word} ${value}`);

const fr: LetterWords = {
  building: before('bâtiment'),
  stair: before('escalier'),
  floor: before('étage'),
  door: before('porte'),
  lease: before('bail'),
  toWhom: { dwelling: 'Aux personnes de ce logement', person: 'À remettre en mains propres', lease: 'Aux titulaires du bail' },
  voice: {
    dwelling: 'Votre logement a une voix. Parlez-en chez vous avant de répondre.',
    person: 'Vous avez une voix.',
    lease: 'Votre bail donne une voix. Parlez-en chez vous avant de répondre.',
  },
  until: (moment) => `Vous pouvez répondre jusqu’au ${moment}.`,
  from: (moment) => `Vous pouvez répondre à partir du ${moment}.`,
  fromUntil: (from, until) => `Vous pouvez répondre du ${from} au ${until}.`,
  questions: (number) => (number < 2 ? 'La question' : 'Les questions'),
  yourCode: 'Votre code',
  worth: {
    dwelling: 'Il vaut une réponse par question pour tout le logement.',
    person: 'Il vaut une réponse par question.',
    lease: 'Il vaut une réponse par question pour tout le bail.',
  },
  ways: 'Trois façons de répondre',
  byPhone: 'Avec un téléphone.',
  byPhoneHow: 'Ouvrez l’appareil photo et visez le carré. Votre code est dedans.',
  byComputer: 'Avec un ordinateur.',
  byComputerHow: (address) => `Allez sur ${address} et tapez votre code.`,
  otherwise: 'Sans écran.',
  otherwiseHow: (contact) => `Demandez de l’aide : ${contact}`,
  secrecy: 'Votre réponse est secrète. Elle est gardée sans votre code. On peut savoir qu’un code a servi, jamais ce qui a été répondu.',
  byBuilding: 'Les résultats par bâtiment réuniront toujours dix réponses ou plus.',
  lost: (contact) => `Code perdu ? Demandez-en un autre : ${contact}`,
  test: 'Essai : ce code sert à s’entraîner. Les réponses ne comptent pas.',
};

const en: LetterWords = {
  building: before('building'),
  stair: before('staircase'),
  floor: before('floor'),
  door: before('door'),
  lease: before('lease'),
  toWhom: { dwelling: 'To the people who live here', person: 'To be handed over in person', lease: 'To the leaseholders' },
  voice: {
    dwelling: 'Your home has one vote. Talk it over at home before you answer.',
    person: 'You have one vote.',
    lease: 'Your lease gives one vote. Talk it over at home before you answer.',
  },
  until: (moment) => `You can answer until ${moment}.`,
  from: (moment) => `You can answer from ${moment}.`,
  fromUntil: (from, until) => `You can answer from ${from} until ${until}.`,
  questions: (number) => (number < 2 ? 'The question' : 'The questions'),
  yourCode: 'Your code',
  worth: {
    dwelling: 'It is good for one answer to each question, for the whole home.',
    person: 'It is good for one answer to each question.',
    lease: 'It is good for one answer to each question, for the whole lease.',
  },
  ways: 'Three ways to answer',
  byPhone: 'With a phone.',
  byPhoneHow: 'Open the camera and point it at the square. Your code is in it.',
  byComputer: 'With a computer.',
  byComputerHow: (address) => `Go to ${address} and type your code.`,
  otherwise: 'Without a screen.',
  otherwiseHow: (contact) => `Ask for help: ${contact}`,
  secrecy: 'Your answer is secret. It is kept without your code. People may find out that a code was used, never what was answered.',
  byBuilding: 'Results by building will always be those of ten answers or more, taken together.',
  lost: (contact) => `Have you lost your code? Ask for another one: ${contact}`,
  test: 'Test: this code is for practice. Its answers do not count.',
};

const arabic = (word: string) => (value: string) => `${word} \u2068${value}\u2069`;

const ar: LetterWords = {
  building: arabic('المبنى'),
  stair: arabic('الدرج'),
  floor: arabic('الطابق'),
  door: arabic('الباب'),
  lease: arabic('عقد الإيجار'),
  toWhom: { dwelling: 'إلى سكان هذا المسكن', person: 'يسلَّم باليد', lease: 'إلى أصحاب عقد الإيجار' },
  voice: {
    dwelling: 'لمسكنكم صوت واحد. تحدثوا عنه في البيت قبل أن تجيبوا.',
    person: 'لك صوت واحد.',
    lease: 'لعقد إيجاركم صوت واحد. تحدثوا عنه في البيت قبل أن تجيبوا.',
  },
  until: (moment) => `يمكنكم الإجابة حتى ${moment}.`,
  from: (moment) => `يمكنكم الإجابة ابتداءً من ${moment}.`,
  fromUntil: (from, until) => `يمكنكم الإجابة من ${from} حتى ${until}.`,
  questions: (number) => (number < 2 ? 'السؤال' : 'الأسئلة'),
  yourCode: 'رمزكم',
  worth: {
    dwelling: 'يصلح لإجابة واحدة عن كل سؤال، للمسكن كله.',
    person: 'يصلح لإجابة واحدة عن كل سؤال.',
    lease: 'يصلح لإجابة واحدة عن كل سؤال، لعقد الإيجار كله.',
  },
  ways: 'ثلاث طرق للإجابة',
  byPhone: 'بالهاتف.',
  byPhoneHow: 'افتحوا الكاميرا ووجّهوها إلى المربع. رمزكم بداخله.',
  byComputer: 'بالحاسوب.',
  byComputerHow: (address) => `اذهبوا إلى \u2068${address}\u2069 واكتبوا رمزكم.`,
  otherwise: 'بدون شاشة.',
  otherwiseHow: (contact) => `اطلبوا المساعدة: \u2068${contact}\u2069`,
  secrecy: 'إجابتكم سرية. تُحفظ بدون رمزكم. يمكن أن يُعرف أن رمزًا استُعمل، ولا يُعرف أبدًا ما هي الإجابة.',
  byBuilding: 'النتائج حسب المبنى تجمع دائمًا عشر إجابات أو أكثر.',
  lost: (contact) => `ضاع الرمز؟ اطلبوا رمزًا آخر: \u2068${contact}\u2069`,
  test: 'تجربة: هذا الرمز للتدرّب. الإجابات به لا تُحسب.',
};

/** By language. */
export const letterWords: Readonly<Record<string, LetterWords>> = { fr, en, ar };
export const letterLanguages = Object.keys(letterWords);
