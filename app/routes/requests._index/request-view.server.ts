/** Requests as pages show them: codes of content become words of the visitor's language. */
import type { ownRequests, requestByNumber } from '#app/domain/reviews/course/requests.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

type Row = Awaited<ReturnType<typeof ownRequests>>['rows'][number]
type Shown = Awaited<ReturnType<typeof requestByNumber>>

/** What is to be held, in words; a process that content no longer has keeps its code. */
export function processTitle(code: string, locale: Locale): string {
  return content().processes.find((one) => one.code === code)?.title[locale] ?? code
}

export function kindTitle(code: string, locale: Locale): string {
  return content().documentKinds.find((one) => one.code === code)?.title[locale] ?? code
}

export function requestRows(rows: readonly Row[], locale: Locale) {
  return rows.map((row) => ({ ...row, process: processTitle(row.process, locale) }))
}

/** A request with all that was sent, without ids of people and files. */
export function requestView({ request, organisation, developer, slug, steps }: Shown, locale: Locale) {
  const { number, title, ground, explanatoryNote, questions, contact, letterNumber, letterDay, state } =
    request
  return {
    ...{ number, title, ground, explanatoryNote, questions, contact, letterNumber, letterDay, state },
    ...{ organisation, developer, slug, steps },
    plannedYear: request.plannedYear,
    plannedMonth: request.plannedMonth,
    kind: kindTitle(request.kind, locale),
    process: processTitle(request.process, locale),
    letterHref: request.letterFileId ? `/requests/${number}/letter` : null,
  }
}

export type RequestRowView = ReturnType<typeof requestRows>[number]
export type RequestView = ReturnType<typeof requestView>
