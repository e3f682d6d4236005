/** A letter with one remark, and another row of it. */
import type { IntakeInput } from '#app/domain/reviews/intake/intaking.server.ts'

export const letter: IntakeInput = {
  channel: 'letter',
  number: '№ 01-14/7',
  day: '2026-02-27',
  receivedDay: '2026-03-02',
  event: '',
  item: '',
  sender: { name: 'Журавлёва А. П.' },
  versionNumber: 1,
  rows: [
    {
      kind: 'criticism',
      remark: 'Срок мал',
      proposal: '',
      grounds: 'опыт',
      wording: false,
      place: 'document',
    },
  ],
}
export const row = (more: object) => ({ ...letter.rows[0], ...more }) as IntakeInput['rows'][number]
