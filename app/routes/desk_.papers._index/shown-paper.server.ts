/** A line of the list: which paper, about whom, in which state. */
import type { listPapers } from '#app/domain/documents/paper-list.server.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { Templates } from '#content/types.ts'

type Row = Awaited<ReturnType<typeof listPapers>>['rows'][number]

// The first of these that a paper has tells one letter from another.
const telling = ['expert', 'subject', 'chair', 'panelTitle', 'recipientName']

export function shownPaper(row: Row, templates: Templates, locale: Locale) {
  const { id, templateCode, organisation, fields, outgoingNumber, outgoingDay, createdAt } = row
  const kind = templates.templates.find(({ code }) => code === templateCode)
  const about = telling.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '')
  return {
    ...{ id, organisation, createdAt, number: outgoingNumber, day: outgoingDay },
    kind: kind?.title[locale] ?? templateCode,
    about: typeof about === 'string' ? about : '',
  }
}
