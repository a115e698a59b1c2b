/**
 * The words and sentences that pages and label lists are made of. All of it is our own. Beside ordinary English words
 * there are 6,000 made-up ones, which stand for the names and rare words of real pages, and made-up medical phrases.
 */
import { mulberry32, pick } from './random.ts';

const split = (words: string) => words.split(/\s+/);

const NOUNS = split(`afternoon answer autumn balcony basket beginning bicycle bottle branch bridge bucket butter cabin
  camera candle carpet cellar century chapter cheese chimney church circle cloud coast coffee colour committee copper
  corner council country courtyard crowd customer daughter decision desert dinner distance doctor drawer driver engine
  envelope evening example factory farmer feather festival finger forest friend garden glass government grandmother
  guest hammer harbour heart highway history holiday honey horse hospital hotel island jacket journey kitchen ladder
  lake language lantern lawyer letter library machine magazine market meadow measure meeting member memory message
  method mirror moment morning mountain museum music needle neighbour newspaper notebook ocean office orchard painter
  paper parcel passage patient pattern pencil people picture pillow planet platform pocket policy potato problem
  product question railway reader reason recipe region report result ribbon river salad sample sandwich school season
  secret sentence shadow shelter shoulder signal silence sister soldier station stomach storm story street student
  study summer supper surface sweater table teacher theatre thunder ticket tomato traffic travel valley village violin
  visitor volunteer waiter wallet water weather weekend window winter witness worker`);

const ADJECTIVES = split(`ancient annual average bitter blank bold brave brief bright broad busy calm careful cheap
  clean clear clever cold common crowded curious damp dark deep distant dull eager early easy empty equal even exact
  faint fair famous fast firm flat foreign frequent fresh gentle gradual grand green happy heavy high honest hungry
  idle increased large late lazy light little local lonely long loose loud low lucky mild modern narrow native neat new
  noisy normal old open ordinary pale patient plain pleasant polite poor possible previous private proud public quick
  quiet rare ready recent reduced regular rough round rural safe second serious severe shallow sharp short silent
  similar simple slow small smooth soft solid special steady steep still strange strong sudden sweet tall thick thin
  tidy tiny tired usual vague warm weak wet wide wild wooden young`);

const VERBS = split(`accepted answered arranged asked avoided borrowed brought built called carried caught changed chose
  closed collected compared completed considered counted covered crossed described discovered divided dropped enjoyed
  entered examined expected explained filled finished followed forgot found gathered guessed handled helped improved
  invited joined kept knew left lifted liked listed lost measured mended mentioned missed moved needed noticed offered
  opened ordered painted passed planned praised prepared pressed printed promised pulled pushed raised reached read
  recalled recorded remembered repaired repeated replaced reported rescued returned saved searched served shared showed
  sold solved studied suggested supported tested thanked took touched turned used visited wanted washed watched wrote`);

/** `{n}` noun, `{a}` adjective, `{v}` verb, `{r}` rare word, `{P}` name, `{m}` medical phrase, `{d}` number. */
export const SENTENCES = `The {a} {n} near the {n} {v} what the {r} had left behind.
In {P}, a {n} of {d} {n} reports {v} the same {r}, and nobody asked why.
“We {v} it before the {n} opened,” said {P}, who runs a {a} {n} by the {n}.
Some readers {v} the {r} as a {n}; others took it for a {a} {n}.
It was {a} and rather {a}, but the {n} {v} it all the same.
By {d} the {n} had {v} more than half of its {r}, according to {P}.
What the {n} calls {m} is, to most people, a {a} {n}.
The second part of the {n} is about {r}, which {P} had {v} long before.
Between the {n} and the {n} there is a {a} {n} where {r} is sold.
There are {d} ways to look at a {n}, and {P} {v} all of them.
A {n} that is {a} in the morning may be {a} by the time of the {n}.
Doctors {v} {d} patients with {m} and compared them with {d} others.
If the {n} is {a}, leave the {r} out and add a little {n} instead.
Nobody {v} the {a} {n} that {P} had put beside the {r}.
She {v} a {a} {n} — a {n} and two {r} as well — and went home.
For years the {r} of {P} was thought to be a {n}, until {P} {v} it.
The {n} was {a}, the {n} wasn’t, and {P} {v} the difference.
On the other side of the {n} lies {P}, a {a} town with a {n} and a {r}.
It isn’t clear whether {m} comes before the {n} or after it.
A {a} {r} can last for {d} weeks; a {a} one is over in a {n}.
They {v} the {n} once a week and wrote down every {r} they could find.
Of the {d} people who were asked, most {v} the {n} and a few the {r}.
The {n} in {P} has been {a} since the {n} was {v} by {P} and a friend.
Turn the {n} over when it is {a}, and wait until the {r} is {a} too.
The {r} is the part of the {n} that visitors to {P} have {v} most.
To {P}’s {n} it was never more than a {a} {n} with a {a} {r}.
As a {n}, {m} is {a}; as a {n} for a {n} it is anything but.
The {a} {n} – and the {n} with it – had {v} a {r}, then another.
Later that {n}, {P} {v} a {n} which made the {r} look {a}.
Whoever has {v} a {n} knows that the {r} comes first and the {n} last.
A {n} on the {P}–{P} line takes {d} minutes when the {r} is {a}.
This is why the {a} {n} that we {v} in the {n} has no {r} at all.
The {n} {v} a rise in {m} of {d} in {d}, which is {a} for a {n}.
Most of the {r} in a {n} comes from the {n}, the rest from the {a} {n}.
Both the {n} and the {r} were {a}, and both were {v} within a {n}.
Then {P} {v}, to the surprise of the {n}, that the {r} was a {n}.
The {a} {r} is kept in a {n}; the {a} one stays in the {n} with the {n}.
In an {a} {n}, {P} would have {v} the {r} without a word.
After the {n} came a {a} {n}, and after the {a} {n} the {r} of {P}.
{P} {v} {d} of the {r} in the first {n} and the others by the end of the {n}.
Without a {n} the {r} would be {a}, and so would {P}’s {a} {n}.
People with {m} were asked to keep a {n} of what they {v} each day.
You can’t see the {a} {n} from the {n}, but not the {r} below it.
There was a {n} in the {n}, and {a} {r} on every {n} of the {n}.
None of the {n} was {v} in {P}, where a {r} is a {a} thing to have.
The {r} {v} nothing, the {n} said, that a {a} {n} could not.
“A {a} {n} is worth more than {d} {a} ones,” as {P} once {v}.
In the end the {n} {v} neither the {r} nor the {n} of {P}.
The {n} ran {d} miles along the {n} before the {r} turned {a}.
That {n} of {r}, {v} in {d}, is still the {a} one in {P}.`.split('\n');

const ONSETS = split('b br c ch cl d dr f fl g gl gr h j k l m n p pl pr qu r s sc sh sk sl st t th tr v w z');
const VOWELS = split('a a e e i o u ai ea ee ou');
const CODAS = split('n l r s t m nd st ck sh x ll rn mp');
const ACCENTED: Record<string, string> = { a: 'á', e: 'é', o: 'ö', u: 'ü' };
const ROOTS = split(`adeno angio arthro broncho cardio chondro cranio cysto cyto dermo encephalo entero erythro gastro
  glomerulo glyco hemato hepato histo karyo kerato laryngo leuko lipo lympho mela myelo myo nephro neuro oculo odonto
  onycho osteo oto pancreato phlebo pneumo procto pyelo rhino sclero spleno spondylo thrombo thyro tracheo uro vaso`);
const ENDINGS = split('algia cele cytosis dynia ectasia emia genesis itis lysis malacia megaly oma opathy osis penia');
const MODIFIERS = split(`abnormal absent acute atrophic benign chronic congenital decreased delayed diffuse distal
  elevated familial focal generalised idiopathic impaired increased infantile intermittent juvenile lateral mild
  multiple neonatal nodular partial persistent progressive proximal recurrent reduced secondary severe small systemic`);
const PARTS = split(`abdominal aortic blood bone brain bronchial cheek corneal cortical dental facial femoral foot hair
  hand hip iris jaw joint kidney knee lip liver lung muscle nail neck nerve palm pelvic rib scalp serum skull spinal
  thumb toe tongue wrist`);
const CHANGES = split(`activity agenesis asymmetry atrophy cyst deficiency degeneration duplication enlargement fibrosis
  haemorrhage hypertrophy level morphology obstruction pain pigmentation retraction stiffness swelling weakness`);

export interface Vocabulary {
  nouns: readonly string[];
  adjectives: readonly string[];
  verbs: readonly string[];
  /** Made-up words, those that pages use often first. */
  rare: readonly string[];
  /** Made-up medical phrases of one to four words, those that pages use often first. */
  medical: readonly string[];
}

/** @returns the words of all pages and lists; always the same. */
export function vocabulary(): Vocabulary {
  const random = mulberry32(20261122);
  return {
    nouns: NOUNS,
    adjectives: ADJECTIVES,
    verbs: VERBS,
    rare: distinct(6_000, () => rareWord(random)),
    medical: distinct(29_000, () => medicalPhrase(random)),
  };
}

function distinct(count: number, make: () => string): string[] {
  // Without accents, because a list may not hold two labels that are the same but for one.
  const made = new Map<string, string>();
  while (made.size < count) {
    const word = make();
    made.set(word.normalize('NFD').replaceAll(/\p{M}/gu, ''), word);
  }
  return [...made.values()];
}

function rareWord(random: () => number): string {
  let word = '';
  for (let left = 2 + Math.floor(random() * 2); left > 0; left--) word += pick(ONSETS, random) + pick(VOWELS, random);
  word += random() < 0.6 ? pick(CODAS, random) : '';
  // As names on real pages are, a few are not ASCII.
  return random() < 0.05 ? word.replace(/[aeou]/, (vowel) => ACCENTED[vowel] ?? vowel) : word;
}

function medicalPhrase(random: () => number): string {
  const disease = () => pick(ROOTS, random) + (random() < 0.4 ? pick(ROOTS, random) : '') + pick(ENDINGS, random);
  const words = random() < 0.55 ? [disease()] : [pick(PARTS, random), pick(CHANGES, random)];
  if (random() < 0.6) words.unshift(pick(MODIFIERS, random));
  if (random() < 0.25) words.push('of', 'the', pick(PARTS, random));
  return words.join(' ');
}
