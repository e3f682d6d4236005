import { accounts } from './en/accounts.ts'
import { activation } from './en/activation.ts'
import { admin } from './en/admin.ts'
import { api } from './en/api.ts'
import { applications } from './en/applications.ts'
import { candidates } from './en/candidates.ts'
import { closedData } from './en/closed-data.ts'
import { conclusions } from './en/conclusions.ts'
import { contests } from './en/contests.ts'
import { directionLists } from './en/direction-lists.ts'
import { documents } from './en/documents.ts'
import { events } from './en/events.ts'
import { experts } from './en/experts.ts'
import { help } from './en/help.ts'
import { imports } from './en/imports.ts'
import { moderation } from './en/moderation.ts'
import { monitoring } from './en/monitoring.ts'
import { notifications } from './en/notifications.ts'
import { openData } from './en/open-data.ts'
import { organisationCard } from './en/organisation-card.ts'
import { organisations } from './en/organisations.ts'
import { ownData } from './en/own-data.ts'
import { panels } from './en/panels.ts'
import { papers } from './en/papers.ts'
import { practices } from './en/practices.ts'
import { problems } from './en/problems.ts'
import { questionnaires } from './en/questionnaires.ts'
import { results } from './en/results.ts'
import { reviewCourse } from './en/review-course.ts'
import { reviewEditor } from './en/review-editor.ts'
import { reviewEnding } from './en/review-ending.ts'
import { reviewInner } from './en/review-inner.ts'
import { reviewIntake } from './en/review-intake.ts'
import { reviewOutcome } from './en/review-outcome.ts'
import { reviewPlace } from './en/review-place.ts'
import { reviewRemark } from './en/review-remark.ts'
import { reviewWord } from './en/review-word.ts'
import { reviewWork } from './en/review-work.ts'
import { reviews } from './en/reviews.ts'
import { revising } from './en/revising.ts'
import { search } from './en/search.ts'
import { secondFactor } from './en/second-factor.ts'
import { shell } from './en/shell.ts'
import { staff } from './en/staff.ts'
import { typed } from './en/typed.ts'
import { ui } from './en/ui.ts'
import type { Messages } from './ru.ts'

/** The English interface. */
export const en: Messages = {
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
