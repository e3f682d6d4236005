/** What a step over many works came to, in words. */
import type { Outcome } from '#app/domain/panels/contests/running/opening.server.ts'
import type { Messages } from '#content/messages/ru.ts'

export function toldOutcome({ done, refused }: Outcome, t: Messages) {
  const problems = t.problems as Record<string, unknown>
  const told = (code: string) => {
    const words = problems[code]
    return typeof words === 'string' ? words : t.problems.forbidden
  }
  return { done, refused: refused.map(({ code, problem }) => ({ code, reason: told(problem) })) }
}
