/**
 * Makes the DOCX templates of papers. Run it after changing a layout: `npx tsx content/templates/make/papers.ts`.
 * The results are committed, so that nobody needs this to start the site.
 */
import { writeFileSync } from 'node:fs'
import { activationSlips } from './activation-slips.ts'
import { candidatesOrder } from './candidates-order.ts'
import { compositionAmendment, compositionOrder } from './composition-order.ts'
import { coverLetter } from './cover-letter.ts'
import { invitationLetter } from './invitation-letter.ts'
import { outcomeNote } from './outcome-note.ts'
import { panelOrder } from './panel-order.ts'
import { participationNote } from './participation-note.ts'
import { staffReport } from './staff-report.ts'
import { participationRecord, registryExtract } from './statements.ts'

const papers = {
  'invitation-letter': invitationLetter,
  'cover-letter': coverLetter,
  'panel-order': panelOrder,
  'participation-note': participationNote,
  'outcome-note': outcomeNote,
  'candidates-order': candidatesOrder,
  'composition-order': compositionOrder,
  'composition-amendment': compositionAmendment,
  'activation-slips': activationSlips,
  'staff-report': staffReport,
  'registry-extract': registryExtract,
  'participation-record': participationRecord,
}

for (const [code, make] of Object.entries(papers)) {
  writeFileSync(`content/templates/${code}.docx`, await make())
}
