/** What a work of a contest waits for. Pure. */

export interface WorkCourse {
  code: string
  nomination: string
  panelId: string
  panel: number
  /** how many experts it needs */
  size: number
  seated: number
  accepted: number
  /** asked and not answered */
  waiting: number
  /** in reserve, never asked */
  spare: number
  open: boolean
  /** its sheets were closed without some */
  closed: boolean
  sheets: number
  sent: number
  /** criteria on which marks lie further apart than the form allows */
  apart: number
}
/** vacant: no one is left to ask; ready: everybody accepted; third: marks lie apart and somebody waits in reserve */
export type Next = 'vacant' | 'answers' | 'ready' | 'sheets' | 'third' | 'done'

export function nextOf(work: WorkCourse): Next {
  if (!work.open && work.accepted >= work.size) return 'ready'
  if (work.waiting > 0) return 'answers'
  if (!work.open || work.accepted < work.size) return 'vacant'
  if (!work.closed && work.sent < work.sheets) return 'sheets'
  return work.apart > 0 && work.spare > 0 && !work.closed ? 'third' : 'done'
}
