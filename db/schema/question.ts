/** The shape of a form: what is kept as JSON in a version of a questionnaire, hashed when it is published. */

/** Shown when an earlier answer is one of these; of a number, when it lies between the limits, both included. */
export interface Condition {
  question: string
  /** codes of options, or marks of a scale as digits; any of them */
  is?: string[]
  /** exact decimals */
  from?: string
  to?: string
}

export interface Choice {
  code: string
  title: string
}

/** One question of a form, or the heading of a section; `scale` holds the words of each mark, index = mark. */
export interface Question {
  code: string
  type: 'section' | 'one' | 'many' | 'scale' | 'matrix' | 'number' | 'text' | 'file'
  title: string
  hint?: string
  required: boolean
  options?: Choice[]
  /** of one and many: «другое» with words of one's own */
  other?: boolean
  /** of many: the most that may be chosen */
  most?: number
  scale?: string[]
  /** of a matrix: one column is chosen in each row */
  rows?: Choice[]
  columns?: Choice[]
  /** of a number: exact decimals, both included */
  least?: string
  highest?: string
  /** of a number: digits after the comma */
  decimals?: number
  unit?: string
  /** of a text: one line, and the most characters */
  line?: boolean
  characters?: number
  /** of a file: media types and megabytes */
  types?: string[]
  megabytes?: number
  /** all must hold; a section's hold for every question in it */
  when?: Condition[]
  weight?: number
  reasonRequired?: boolean
  /** of a scale: marks below this one need a reason */
  reasonBelow?: number
  evidence?: boolean
  notApplicable?: boolean
}

/** How a form is used as an expert sheet. */
export interface SheetRules {
  /** per cent of the sheets with which the secretary may close at the term */
  quorum: number
  /** points between two marks above which a criterion calls for an act */
  difference: number
  /** members see names beside marks in a consensus round */
  named: boolean
}

export interface Form {
  title: string
  intro?: string
  /** only of an expert sheet */
  sheet?: SheetRules
  questions: Question[]
}
