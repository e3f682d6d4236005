/** What waits for the person: of a panel an answer, a sheet or the chair's conclusion; of a draft answers to remarks. Pure. */

export interface Task {
  id: string
  kind: 'invitation' | 'sheet' | 'conclusion' | 'answers'
  title: string
  /** how many answers; one of anything else */
  count: number
  organisation: string
  /** the last day to do it, when there is one */
  lastDay: string | null
  href: string
}

interface Invited {
  invitation: { id: string; lastDay: string; answer: string | null }
  seat: { isChair: string | null; leftAt: Date | null }
  panel: { number: number; title: string; lastDay: string; cancelledAt: Date | null }
  object: { title: string | null }
  organisation: string
  sheet: { id: string; sentAt: Date | null } | null
  conclusion: { issuedAt: Date | null } | null
}

/** The task of an invitation, or null when nothing is to be done about it any more. */
export function taskOf(invited: Invited): Task | null {
  const { invitation, seat, panel, object, organisation, sheet, conclusion } = invited
  if (panel.cancelledAt || seat.leftAt) return null
  const about = { id: invitation.id, title: object.title ?? panel.title, organisation, count: 1 }
  if (invitation.answer === null) {
    return { ...about, kind: 'invitation', lastDay: invitation.lastDay, href: '/cabinet/invitations' }
  }
  if (invitation.answer !== 'accepted') return null
  if (sheet && !sheet.sentAt) {
    return { ...about, kind: 'sheet', lastDay: panel.lastDay, href: `/sheets/${sheet.id}` }
  }
  // It is assembled when the last sheet is in; from then on everybody waits for the chair.
  if (seat.isChair === 'chair' && conclusion && !conclusion.issuedAt) {
    return { ...about, kind: 'conclusion', lastDay: null, href: `/panels/${panel.number}/conclusion` }
  }
  return null
}

interface Assigned {
  id: string
  slug: string
  title: string
  organisation: string
  count: number
  dueDay: string | null
}

/** Remarks of a draft that were assigned to the person, as one task. */
export function answersTask({ slug, dueDay, ...about }: Assigned): Task {
  return { ...about, kind: 'answers', lastDay: dueDay, href: `/drafts/${slug}/processing?executor=me` }
}

/** Those with a day first, the nearest before the others. */
export function byUrgency(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((a, b) => (a.lastDay ?? '9999').localeCompare(b.lastDay ?? '9999'))
}
