import type { consentBand as source } from '#content/messages/ru/consent-band.ts'
import type { Widen } from '#content/messages/widen.ts'

/** The expert's own consent to the use of the band when panels are chosen. */
export const consentBand: Widen<typeof source> = {
  text: 'Points of the assessment are closed. You may allow your band (low, middle or high) to count when panels are chosen.',
  none: 'Not given: you are invited as before, but are not counted as of the high band.',
  give: 'Allow the band to count',
  withdraw: 'Withdraw',
  withdrawHint: 'It no longer counts in new choices. Published protocols do not change.',
}
