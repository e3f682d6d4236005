/**
 * Words in the browser: a page brings only those of its rooms, in one language; the next page's come when it opens.
 *
 * The server notes which rooms a page spoke with (`noted`), and the browser fetches just these before it hydrates. A
 * room that is asked for later suspends the component until its words are here.
 */
import type { Locale } from './locales.ts'
import type { Messages } from './ru.ts'

export type Room = keyof Messages
type Loaders = { [R in Room]: () => Promise<Messages[R]> }

const loaders: Record<Locale, Loaders> = {
  ru: {
    shell: () => import('./ru/shell.ts').then((words) => words.shell),
    ui: () => import('./ru/ui.ts').then((words) => words.ui),
    problems: () => import('./ru/problems.ts').then((words) => words.problems),
    activation: () => import('./ru/activation.ts').then((words) => words.activation),
    accounts: () => import('./ru/accounts.ts').then((words) => words.accounts),
    secondFactor: () => import('./ru/second-factor.ts').then((words) => words.secondFactor),
    organisations: () => import('./ru/organisations.ts').then((words) => words.organisations),
    organisationCard: () => import('./ru/organisation-card.ts').then((words) => words.organisationCard),
    imports: () => import('./ru/imports.ts').then((words) => words.imports),
    documents: () => import('./ru/documents.ts').then((words) => words.documents),
    staff: () => import('./ru/staff.ts').then((words) => words.staff),
    results: () => import('./ru/results.ts').then((words) => words.results),
    applications: () => import('./ru/applications.ts').then((m) => m.applications),
    candidates: () => import('./ru/candidates.ts').then((words) => words.candidates),
    closedData: () => import('./ru/closed-data.ts').then((words) => words.closedData),
    contests: () => import('./ru/contests.ts').then((words) => words.contests),
    conclusions: () => import('./ru/conclusions.ts').then((words) => words.conclusions),
    directionLists: () => import('./ru/direction-lists.ts').then((words) => words.directionLists),
    experts: () => import('./ru/experts.ts').then((words) => words.experts),
    reviews: () => import('./ru/reviews.ts').then((words) => words.reviews),
    reviewWork: () => import('./ru/review-work.ts').then((words) => words.reviewWork),
    reviewCourse: () => import('./ru/review-course.ts').then((words) => words.reviewCourse),
    reviewEditor: () => import('./ru/review-editor.ts').then((words) => words.reviewEditor),
    reviewEnding: () => import('./ru/review-ending.ts').then((words) => words.reviewEnding),
    reviewInner: () => import('./ru/review-inner.ts').then((words) => words.reviewInner),
    reviewIntake: () => import('./ru/review-intake.ts').then((words) => words.reviewIntake),
    reviewOutcome: () => import('./ru/review-outcome.ts').then((words) => words.reviewOutcome),
    revising: () => import('./ru/revising.ts').then((words) => words.revising),
    reviewPlace: () => import('./ru/review-place.ts').then((words) => words.reviewPlace),
    reviewRemark: () => import('./ru/review-remark.ts').then((words) => words.reviewRemark),
    reviewWord: () => import('./ru/review-word.ts').then((words) => words.reviewWord),
    ownData: () => import('./ru/own-data.ts').then((words) => words.ownData),
    panels: () => import('./ru/panels.ts').then((words) => words.panels),
    papers: () => import('./ru/papers.ts').then((words) => words.papers),
    events: () => import('./ru/events.ts').then((words) => words.events),
    practices: () => import('./ru/practices.ts').then((words) => words.practices),
    questionnaires: () => import('./ru/questionnaires.ts').then((words) => words.questionnaires),
    notifications: () => import('./ru/notifications.ts').then((words) => words.notifications),
    moderation: () => import('./ru/moderation.ts').then((words) => words.moderation),
    monitoring: () => import('./ru/monitoring.ts').then((words) => words.monitoring),
    admin: () => import('./ru/admin.ts').then((words) => words.admin),
    help: () => import('./ru/help.ts').then((words) => words.help),
    search: () => import('./ru/search.ts').then((words) => words.search),
    openData: () => import('./ru/open-data.ts').then((words) => words.openData),
    api: () => import('./ru/api.ts').then((words) => words.api),
    typed: () => import('./ru/typed.ts').then((words) => words.typed),
  },
  en: {
    shell: () => import('./en/shell.ts').then((words) => words.shell),
    ui: () => import('./en/ui.ts').then((words) => words.ui),
    problems: () => import('./en/problems.ts').then((words) => words.problems),
    activation: () => import('./en/activation.ts').then((words) => words.activation),
    accounts: () => import('./en/accounts.ts').then((words) => words.accounts),
    secondFactor: () => import('./en/second-factor.ts').then((words) => words.secondFactor),
    organisations: () => import('./en/organisations.ts').then((words) => words.organisations),
    organisationCard: () => import('./en/organisation-card.ts').then((words) => words.organisationCard),
    imports: () => import('./en/imports.ts').then((words) => words.imports),
    documents: () => import('./en/documents.ts').then((words) => words.documents),
    staff: () => import('./en/staff.ts').then((words) => words.staff),
    results: () => import('./en/results.ts').then((words) => words.results),
    applications: () => import('./en/applications.ts').then((m) => m.applications),
    candidates: () => import('./en/candidates.ts').then((words) => words.candidates),
    closedData: () => import('./en/closed-data.ts').then((words) => words.closedData),
    contests: () => import('./en/contests.ts').then((words) => words.contests),
    conclusions: () => import('./en/conclusions.ts').then((words) => words.conclusions),
    directionLists: () => import('./en/direction-lists.ts').then((words) => words.directionLists),
    experts: () => import('./en/experts.ts').then((words) => words.experts),
    reviews: () => import('./en/reviews.ts').then((words) => words.reviews),
    reviewWork: () => import('./en/review-work.ts').then((words) => words.reviewWork),
    reviewCourse: () => import('./en/review-course.ts').then((words) => words.reviewCourse),
    reviewEditor: () => import('./en/review-editor.ts').then((words) => words.reviewEditor),
    reviewEnding: () => import('./en/review-ending.ts').then((words) => words.reviewEnding),
    reviewInner: () => import('./en/review-inner.ts').then((words) => words.reviewInner),
    reviewIntake: () => import('./en/review-intake.ts').then((words) => words.reviewIntake),
    reviewOutcome: () => import('./en/review-outcome.ts').then((words) => words.reviewOutcome),
    revising: () => import('./en/revising.ts').then((words) => words.revising),
    reviewPlace: () => import('./en/review-place.ts').then((words) => words.reviewPlace),
    reviewRemark: () => import('./en/review-remark.ts').then((words) => words.reviewRemark),
    reviewWord: () => import('./en/review-word.ts').then((words) => words.reviewWord),
    ownData: () => import('./en/own-data.ts').then((words) => words.ownData),
    panels: () => import('./en/panels.ts').then((words) => words.panels),
    papers: () => import('./en/papers.ts').then((words) => words.papers),
    events: () => import('./en/events.ts').then((words) => words.events),
    practices: () => import('./en/practices.ts').then((words) => words.practices),
    questionnaires: () => import('./en/questionnaires.ts').then((words) => words.questionnaires),
    notifications: () => import('./en/notifications.ts').then((words) => words.notifications),
    moderation: () => import('./en/moderation.ts').then((words) => words.moderation),
    monitoring: () => import('./en/monitoring.ts').then((words) => words.monitoring),
    admin: () => import('./en/admin.ts').then((words) => words.admin),
    help: () => import('./en/help.ts').then((words) => words.help),
    search: () => import('./en/search.ts').then((words) => words.search),
    openData: () => import('./en/open-data.ts').then((words) => words.openData),
    api: () => import('./en/api.ts').then((words) => words.api),
    typed: () => import('./en/typed.ts').then((words) => words.typed),
  },
}

/** Messages whose rooms are fetched on demand; resolves when the named rooms are here. Unknown names are ignored. */
export async function loadMessages(locale: Locale, rooms: readonly string[]): Promise<Messages> {
  const here: Partial<Messages> = {}
  const coming = new Map<Room, Promise<void>>()
  const fetchRoom = <R extends Room>(room: R): Promise<void> => {
    const known = coming.get(room)
    if (known) return known
    const work = loaders[locale][room]().then((words) => {
      here[room] = words
    })
    coming.set(room, work)
    return work
  }
  const names = Object.keys(loaders[locale]) as Room[]
  await Promise.all(names.filter((room) => rooms.includes(room)).map(fetchRoom))
  const messages = {} as Messages
  for (const room of names) {
    Object.defineProperty(messages, room, {
      enumerable: true,
      get() {
        // React takes a thrown promise as "not yet" and renders again when it is kept.
        if (!(room in here)) throw fetchRoom(room)
        return here[room]
      },
    })
  }
  return messages
}

/** The same messages, and which rooms were asked for. */
export function noted(messages: Messages): { messages: Messages; rooms: Set<string> } {
  const rooms = new Set<string>()
  const watched = new Proxy(messages, {
    get(target, room, receiver) {
      if (typeof room === 'string') rooms.add(room)
      return Reflect.get(target, room, receiver)
    },
  })
  return { messages: watched, rooms }
}
