import type { AchievementFields } from '#shared/model/achievement.ts'
import { normaliseSearchText, WORD_PATTERN } from '../text/text.ts'
import { measuredIn } from './figures-in-text.ts'

/** What makes a result convincing to somebody who was not there, in the order of the form. */
export type StarPoint = 'why' | 'done' | 'share' | 'measure' | 'confirm'

/** `clear`: it is there; `noUnit`: there is a number, but it does not say of what. */
export type StarState = 'clear' | 'missing' | 'noUnit'

/** The fields that are looked at. */
export type StarFields = Pick<
  AchievementFields,
  'title' | 'situation' | 'task' | 'action' | 'result' | 'metricName' | 'metricResult' | 'metricUnit' | 'myShare'
>

/** Longest part of a text that is read, since this runs at every keystroke. */
const READ = 10_000

/** An account of fewer words says nothing yet. */
const FEWEST_WORDS = 3

/** An account this long says why it mattered, in whatever words. */
const LONG_ACCOUNT = 25

/** Beginnings of words that say what was at stake, or why. */
const STAKES =
  /(?<!\p{L})(?:because|so that|in order to|otherwise|cost(?:s|ing)?(?!\p{L})|los(?:t|ing|es?|s)(?!\p{L})|risk|late(?!\p{L})|delay|complain|revenue|customer|client|money|budget|deadline|penalt|churn|block(?:s|ed|ers?|ing)?(?!\p{L})|miss(?:ed|ing)|fail|slow|hurt|stakes?(?!\p{L})|threat|need(?:s|ed)?(?!\p{L})|wait(?:s|ed|ing)?(?!\p{L})|could ?n[o']t|too (?:long|many|much|few|late|expensive)|потому|поэтому|из-за|чтобы|иначе|теря|потер|риск|срыв|сорв|опозд|опазд|задерж|просроч|жалоб|жалов(?:ал|ат)|выручк|клиент|заказчик|деньг|денег|бюджет|срок|штраф|отток|меша|блокир|не (?:успева|хвата|мог|было)|простаив|слишком|медлен|угро[жз]|нуж[не]|требова|ждал|ждат|дорог|убыт|потребо)/u

/** Words for oneself. */
const MYSELF =
  /(?<!\p{L})(?:i(?![/&)-]|\.\p{L})|i'(?:ve|d|m|ll)|my|me|myself|я|мой|моя|мое|мои|моего|моей|моем|моим|моими|моих|мою|мне|меня|мной|сам|сама|лично)(?!\p{L})/u

/**
 * A sentence that begins with what was done, as in a CV: the form asks what one did oneself. A verb after it means that
 * the first word is a name (`Павел перевёл`, `Fred moved`).
 */
const OWN_DEED =
  /(?:^|[.!?;:\n])[\s*\-–—•\d.)]{0,12}(?:\p{L}{2,20}(?:ed|ил|ила|ал|ала|ял|яла|ел|ела|ул|ула|ился|илась|ался|алась|ялся|ялась)|led|built|rebuilt|ran|set|made|wrote|took|cut|won|drove|taught|brought|got|провел|провела|ввел|ввела|нашел|нашла|пришел|пришла|свел|свела|вел|вела)(?!\p{L})(?! \p{L}{1,20}(?:ed|[аеилуя]л[аи]?)(?!\p{L}))/u

/** Nouns and names that end as verbs of the past do. */
const NOUNS =
  /(?<!\p{L})(?:отдел|персонал|канал|портал|материал|финал|раздел|потенциал|журнал|капитал|филиал|школа|сигнал|интервал|предел|пробел|стул|тыл|квартал|функционал|терминал|провал|скандал|аврал|оригинал|узел|сила|шкала|правила|дела|михаил|даниил|гавриил|самуил|наил|камил|павел|людмила|анжела|камила|паула|need|speed|feed|seed|hundred|indeed|fred|alfred|wilfred|jared|mildred|ahmed|moham+ed|muhammed|saeed|rashe?ed|walee?d|khaled|hamed|naveed)(?!\p{L})/gu

/** Words for somebody who confirms, or for what the result can be seen in. */
const CONFIRMED =
  /(?:^|\s)@\p{L}|(?<!\p{L})(?:confirm|approv|signed off|prais|thank(?!s to)|according to|feedback|survey|audit(?!ion|orium)|подтвер|согласова|одобр|похвал|отмети|благодар(?!я(?!\p{L}))|по словам|отзыв(?!чив)|по данным|опрос|аудит(?!ори)|(?:приня|призна)л[аи]?(?!\p{L}))/u

const read = (text: string) => normaliseSearchText(text.slice(0, READ))
const countWords = (text: string) => text.match(WORD_PATTERN)?.length ?? 0
/** A form holds what cannot be read as a number as it was typed: a text, whatever the type says. */
const isRead = (value: number | null): value is number => Number.isFinite(value)
const toState = (isClear: boolean): StarState => (isClear ? 'clear' : 'missing')

function why({ situation, task, result }: StarFields): StarState {
  const account = read(situation)
  const count = countWords(account)
  if (count < FEWEST_WORDS) return 'missing'
  const isAtStake = STAKES.test([account, read(task), read(result)].join('\n'))
  return toState(isAtStake || count >= LONG_ACCOUNT || measuredIn(account) === 'measured')
}

function share({ task, action, result, myShare }: StarFields): StarState {
  if (isRead(myShare) && myShare > 0) return 'clear'
  const deeds = read(action)
  return toState(
    MYSELF.test([deeds, read(task), read(result)].join('\n')) || OWN_DEED.test(deeds.replaceAll(NOUNS, 'x')),
  )
}

/** The metric of the form counts, and so does a number in the text. */
function measure({ title, result, metricName, metricResult, metricUnit }: StarFields): StarState {
  const told = measuredIn(`${title.slice(0, READ)}\n${result.slice(0, READ)}`)
  const hasUnit = metricUnit.trim() !== '' || metricName.trim() !== ''
  const isStated = isRead(metricResult)
  if (told === 'measured' || (isStated && hasUnit)) return 'clear'
  return isStated || told === 'noUnit' ? 'noUnit' : 'missing'
}

/**
 * What an achievement still leaves open, by simple signs in its text, Russian and English alike whatever the language of
 * the page. It advises and decides nothing: an achievement without any of it is saved as any other.
 */
export function coachStar(fields: StarFields, linkedPeople: number): Record<StarPoint, StarState> {
  return {
    why: why(fields),
    done: toState(countWords(read(fields.action)) >= FEWEST_WORDS),
    share: share(fields),
    measure: measure(fields),
    confirm: toState(linkedPeople > 0 || CONFIRMED.test(read(fields.result))),
  }
}
