/** Said: the words of a remark as they will be stored: clean, in their limits, and a proposal that can be applied. */
import { Problem } from '#app/domain/problem.ts'
import type { Evidence } from '#app/domain/reviews/anchors/passages.ts'
import type { AnchorBlock } from '#app/domain/reviews/anchors/units.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { content } from '#content/load.ts'
import type { RemarkWords } from './remarking.server.ts'
import { applyReplacement } from './replacing.ts'
import { wordingOf } from './wording.ts'

/** Clean words of a remark; Problems of their fields when they do not fit the kind. */
export function cleanedWords(input: RemarkWords) {
  const { kind, weight = 'substantive', body, replacement, way = 'replace' } = input
  const { remarks: reference, settings } = content()
  const order = reference.kinds.find(({ code }) => code === kind)
  if (!order) throw new Problem('invalid', {}, 'kind')
  const max = settings.text.remark
  const proposes = order.replacement && (replacement || way === 'remove')
  const words = replacement ? cleanWords(replacement, 'replacement', max, { required: false }) : ''
  if (words !== '' && !order.replacement) throw new Problem('replacement-kind', {}, 'replacement')
  const maybe = (text: string | undefined, field: string) =>
    cleanWords(text ?? '', field, settings.text.reason, { required: false })
  return {
    kind,
    weight,
    body: cleanWords(body, 'body', max, { required: order.bodyRequired }),
    proposed: proposes && (words !== '' || way === 'remove') ? { way, words } : null,
    grounds: maybe(input.grounds, 'grounds'),
    sources: maybe(input.sources, 'sources'),
  }
}

/** The same with the wording of the whole passage, after a dry run of the change. */
export function worded(
  { proposed, ...words }: ReturnType<typeof cleanedWords>,
  evidence: Evidence,
  around: readonly AnchorBlock[],
) {
  if (!proposed) return { ...words, replacement: null }
  const replacement = wordingOf(proposed.way, evidence.exact, proposed.words)
  const result = applyReplacement(around, evidence, replacement)
  if (typeof result === 'string') throw new Problem(result, {}, 'replacement')
  return { ...words, replacement }
}
