import { Problem } from '#app/domain/problem.ts'
import type { Messages } from '#content/messages/ru.ts'

/** The sentence of a problem, or of a code such as a schema error gives; an unknown code gets the general one. */
export function sentenceOf(t: Messages, problem: Problem | string): string {
  const code = problem instanceof Problem ? problem.code : problem
  const facts = problem instanceof Problem ? problem.facts : {}
  const words: Record<string, unknown> = t.problems
  const sentence = Object.hasOwn(words, code) ? words[code] : words.invalid
  return typeof sentence === 'function' ? String(sentence(facts)) : String(sentence)
}
