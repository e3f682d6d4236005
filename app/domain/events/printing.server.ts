/** A certificate of an event as a tagged PDF with a code for whoever checks it. */
import { longDay } from '#app/domain/documents/fields.ts'
import { pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { eventPaper as words } from '#content/messages/ru/event-paper.ts'
import { numberOfCertificate } from './certificate.ts'
import type { NamedCertificate } from './reading/certificates.server.ts'

export interface CertificateOptions {
  /** «https://…/check» */
  checkAddress: string
  siteName: string
  /** printed on each page while demo data are loaded */
  demo: string | null
}

export async function certificatePdf(
  { facts, name, code, letterhead, issuedAt }: NamedCertificate,
  { checkAddress, siteName, demo }: CertificateOptions,
): Promise<Buffer> {
  const title = words.title(numberOfCertificate(facts))
  const write = pdfPaper({ title, subject: facts.event.title, siteName, made: issuedAt })
  write.letterhead(letterhead.name, [letterhead.address, letterhead.contacts].filter(Boolean))
  write.small(longDay(facts.issuedOn))
  write.heading('H1', title)
  write.strong(name)
  write.paragraph(words.person(facts.person))
  write.paragraph(words.lead[facts.role])
  const { rows } = words
  const days = words.days(longDay(facts.firstDay), longDay(facts.lastDay))
  await write.table(
    words.columns,
    [
      [rows.event, facts.event.title],
      [rows.days, days],
      [rows.organisation, facts.organisation],
      [rows.role, words.roles[facts.role]],
    ],
    [0.32, 0.68],
  )
  const address = `${checkAddress}/${code}`
  write.code(address, { alt: words.codeAlt(address), beside: [words.check(code, checkAddress)] })
  return write.finish((page, pages) => [title, words.page(page, pages), ...(demo ? [demo] : [])].join(' · '))
}
