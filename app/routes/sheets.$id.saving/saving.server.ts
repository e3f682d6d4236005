import { Problem } from '#app/domain/problem.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { statusOf } from '#app/web/status.ts'
import type { Messages } from '#content/messages/ru.ts'

interface Saving {
  /** answers the new edition */
  save: () => Promise<number>
  /** what the server holds, for a device that wrote over an older edition */
  theirs: () => Promise<{ edition: number; values: Record<string, string> }>
}

/** The answer to an autosave. Only a whole Response keeps its status without a page: a refusal must not read as saved. */
export async function savingOf(t: Messages, { save, theirs }: Saving): Promise<Response> {
  try {
    return Response.json({ saved: true, edition: await save() })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const status = statusOf(error.code)
    const told = { saved: false, problem: sentenceOf(t, error) }
    if (error.code === 'stale') return Response.json({ ...told, theirs: await theirs() }, { status })
    return Response.json(told, { status })
  }
}

/** The edition over which the form was filled; null when it does not say. */
export function seenIn(form: { get(name: string): unknown }): number | null {
  const seen = form.get('edition')
  return typeof seen === 'string' && /^\d{1,9}$/.test(seen) ? Number(seen) : null
}
