/** A proposal as a page shows it. */
import type { Suggestion } from '#app/domain/reviews/versions/suggestions.server.ts'
import { remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import type { Messages } from '#content/messages/ru.ts'

/** What stands there, what is wanted, who wants otherwise. */
export function suggestionView({ remark, address, edit, fault, applied, meets }: Suggestion, t: Messages) {
  const says = (code: string) => {
    const sentence = t.problems[code as keyof Messages['problems']]
    return typeof sentence === 'string' ? sentence : code
  }
  return {
    id: remark.id,
    remark: remarkView(remark, t),
    address,
    before: applied?.before ?? edit?.before ?? remark.exact,
    after: applied?.after ?? edit?.after ?? remark.replacement ?? '',
    fault: fault && says(fault),
    applied: applied !== null,
    meets: meets.map(({ number, meeting, remark: other }) => ({
      number,
      meeting,
      decision: other.decision?.decision ?? null,
      before: other.exact,
      after: other.replacement ?? '',
    })),
  }
}

export type SuggestionRow = ReturnType<typeof suggestionView>
