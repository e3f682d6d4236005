/** What a panel waits for from the person: an answer to an invitation, or a sheet. Pure. */

export interface PanelTask {
  id: string
  kind: 'invitation' | 'sheet'
  title: string
  organisation: string
  /** the last day to do it */
  lastDay: string
  href: string
}

interface Invited {
  invitation: { id: string; lastDay: string; answer: string | null }
  seat: { leftAt: Date | null }
  panel: { lastDay: string; cancelledAt: Date | null }
  draft: { title: string }
  organisation: string
  sheet: { id: string; sentAt: Date | null } | null
}

/** The task of an invitation, or null when nothing is to be done about it any more. */
export function taskOf({ invitation, seat, panel, draft, organisation, sheet }: Invited): PanelTask | null {
  if (panel.cancelledAt || seat.leftAt) return null
  const about = { id: invitation.id, title: draft.title, organisation }
  if (invitation.answer === null) {
    return { ...about, kind: 'invitation', lastDay: invitation.lastDay, href: '/cabinet/invitations' }
  }
  if (invitation.answer !== 'accepted' || !sheet || sheet.sentAt) return null
  return { ...about, kind: 'sheet', lastDay: panel.lastDay, href: `/sheets/${sheet.id}` }
}
