/** What a certificate of an event says, as canonical JSON that names its person by number. Pure. */
export interface CertificateFacts {
  year: number
  number: number
  issuedOn: string
  /** public number */
  person: number
  role: 'participant' | 'speaker'
  event: { number: number; title: string }
  organisation: string
  firstDay: string
  lastDay: string
}

/** «М-12/2026»: a row of numbers of its own, apart from papers on work. */
export const numberOfCertificate = ({ number, year }: Pick<CertificateFacts, 'number' | 'year'>) =>
  `М-${number}/${year}`
