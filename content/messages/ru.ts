import { accounts } from './ru/accounts.ts'
import { activation } from './ru/activation.ts'
import { admin } from './ru/admin.ts'
import { api } from './ru/api.ts'
import { applications } from './ru/applications.ts'
import { candidates } from './ru/candidates.ts'
import { closedData } from './ru/closed-data.ts'
import { conclusions } from './ru/conclusions.ts'
import { contests } from './ru/contests.ts'
import { directionLists } from './ru/direction-lists.ts'
import { documents } from './ru/documents.ts'
import { events } from './ru/events.ts'
import { experts } from './ru/experts.ts'
import { help } from './ru/help.ts'
import { imports } from './ru/imports.ts'
import { moderation } from './ru/moderation.ts'
import { monitoring } from './ru/monitoring.ts'
import { notifications } from './ru/notifications.ts'
import { openData } from './ru/open-data.ts'
import { organisationCard } from './ru/organisation-card.ts'
import { organisations } from './ru/organisations.ts'
import { ownData } from './ru/own-data.ts'
import { panels } from './ru/panels.ts'
import { papers } from './ru/papers.ts'
import { practices } from './ru/practices.ts'
import { problems } from './ru/problems.ts'
import { questionnaires } from './ru/questionnaires.ts'
import { results } from './ru/results.ts'
import { reviewCourse } from './ru/review-course.ts'
import { reviewEditor } from './ru/review-editor.ts'
import { reviewEnding } from './ru/review-ending.ts'
import { reviewInner } from './ru/review-inner.ts'
import { reviewIntake } from './ru/review-intake.ts'
import { reviewOutcome } from './ru/review-outcome.ts'
import { reviewPlace } from './ru/review-place.ts'
import { reviewRemark } from './ru/review-remark.ts'
import { reviewWord } from './ru/review-word.ts'
import { reviewWork } from './ru/review-work.ts'
import { reviews } from './ru/reviews.ts'
import { revising } from './ru/revising.ts'
import { search } from './ru/search.ts'
import { secondFactor } from './ru/second-factor.ts'
import { shell } from './ru/shell.ts'
import { staff } from './ru/staff.ts'
import { typed } from './ru/typed.ts'
import { ui } from './ru/ui.ts'
import type { Widen } from './widen.ts'

/** Every sentence of the interface, one key a room. Russian is the source and the type of all languages. */
export const ru = {
  shell,
  ui,
  problems,
  accounts,
  activation,
  organisations,
  organisationCard,
  imports,
  documents,
  staff,
  results,
  applications,
  candidates,
  closedData,
  contests,
  conclusions,
  directionLists,
  experts,
  reviews,
  reviewWork,
  reviewCourse,
  reviewEditor,
  reviewEnding,
  reviewInner,
  reviewIntake,
  reviewOutcome,
  reviewPlace,
  reviewRemark,
  reviewWord,
  revising,
  ownData,
  panels,
  papers,
  events,
  practices,
  questionnaires,
  notifications,
  moderation,
  monitoring,
  admin,
  help,
  search,
  secondFactor,
  openData,
  api,
  typed,
}

/** What each language must fill. */
export type Messages = Widen<typeof ru>

/** Codes that have a sentence: rules and commands refuse with these. */
export type ProblemCode = keyof typeof problems
