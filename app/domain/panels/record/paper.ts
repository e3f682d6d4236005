/**
 * «Справка об участии в экспертизе»: what it says, as canonical JSON that names its person by number. Pure.
 *
 * Its number counts without gaps within a year. A corrected record gets a new paper; the old one says so when checked.
 */
import type { PanelRole } from '#app/domain/panels/invitations/engaging.server.ts'

export const panelRoles = [
  'chair',
  'deputy',
  'member',
  'third-expert',
  'secretary',
] as const satisfies PanelRole[]

export interface WorkFacts {
  year: number
  number: number
  issuedOn: string
  /** public number */
  person: number
  panel: { number: number; title: string }
  /** what was judged; of a closed object only that it is closed */
  object: string
  role: PanelRole
  hours: number | null
  firstDay: string
  lastDay: string
  /** of the conclusion that the panel gave last */
  conclusion: string | null
  /** held a status on the first day */
  inRegistry: boolean
  /** the paper in whose place this stands */
  replaces?: { number: number; year: number; reason: string }
}

/** «12/2026». */
export const numberOfPaper = ({ number, year }: Pick<WorkFacts, 'number' | 'year'>) => `${number}/${year}`
