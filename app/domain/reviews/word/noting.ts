/** Noting: what stands in the margin of an exported version for a remark, and how such a note is known again. Pure. */
import type { RemarkShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { wordingChange } from '#app/domain/reviews/remarks/wording.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { WordComment } from './document.ts'

export type NotingWords = Pick<Messages, 'reviews' | 'reviewRemark' | 'reviewWord'>

/** The remark as a comment, or null when its words may not leave the site or it has no place in the version. */
export function noteOf(remark: RemarkShown, address: string, words: NotingWords): WordComment | null {
  const { place } = remark
  if (!place || remark.withdrawn || remark.hidden || remark.veil !== null) return null
  const { page } = words.reviewRemark
  const { note } = words.reviewWord
  const { decision } = remark
  const own = said([
    note.head(page.title(words.reviews.kinds[remark.kind], remark.number), remark.versionNumber),
    remark.body,
    changeWords(remark, words),
    remark.grounds && `${page.grounds}: ${remark.grounds}`,
    remark.sources && `${page.sources}: ${remark.sources}`,
  ])
  const since = said([
    lostWords(remark, note),
    decision && note.decision(words.reviews.decisions[decision.decision], decision.reason),
  ])
  return {
    author: authorOf(remark, words),
    at: remark.receivedAt,
    lines: [...own, ...since, address],
    own: own.length,
    range: place,
  }
}

const said = (lines: readonly (string | null)[]) => lines.filter((line): line is string => Boolean(line))

/** The name that the author chose to be shown with. */
function authorOf({ author, onBehalfOf }: RemarkShown, { reviews }: NotingWords): string {
  const name = author.name ?? reviews.participant(author.participantNumber)
  return onBehalfOf ? `${name} (${reviews.behalf(onBehalfOf)})` : name
}

function lostWords({ place, exact }: RemarkShown, note: NotingWords['reviewWord']['note']): string {
  if (place?.status === 'deleted') return note.gone(exact.slice(0, 300))
  return place?.status === 'ambiguous' ? note.doubtful(exact.slice(0, 300)) : ''
}

function changeWords({ exact, replacement }: RemarkShown, { reviewRemark, reviewWord }: NotingWords): string {
  if (replacement === null) return ''
  const { way, old, fresh } = wordingChange(exact, replacement)
  const { page } = reviewRemark
  const sentence = {
    same: '',
    replace: page.replaceSentence(old, fresh),
    remove: page.removeSentence(old),
    after: page.afterSentence(old, fresh),
    before: page.beforeSentence(old, fresh),
  }[way]
  return sentence && reviewWord.note.proposed(sentence)
}

const known = /\/drafts\/([^/\s]{1,200})\/remarks\/(\d{1,9})\s*$/u

/** The number of the remark that a comment of an exported file stands for; null for a reviewer's own. */
export function notedNumber(text: string, slug: string): number | null {
  const match = known.exec(text)
  return match && sameSlug(match[1] ?? '', slug) ? Number(match[2]) : null
}

function sameSlug(found: string, slug: string): boolean {
  return found === slug || found === encodeURIComponent(slug)
}

/**
 * Whether a comment still says what we wrote. Spaces are Word's business; what became of the remark may have been
 * added since the file was made.
 */
export function saysTheSame(text: string, { lines, own = lines.length }: WordComment): boolean {
  const plain = (words: string) => words.replace(/\s+/g, '')
  const [mine, since] = [lines.slice(0, own), lines.slice(own, -1)]
  const there = plain(text.trimEnd().replace(/\S+$/, ''))
  const known = [[], since, ...since.map((line) => [line])]
  return known.some((added) => plain([...mine, ...added].join('')) === there)
}
