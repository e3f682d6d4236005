/** Plain handlers, room by room: downloads, feeds and suggestions, answered before Remix. */
import type { Express } from 'express'
import type { LivePages } from '#app/web/live.server.ts'
import type { Services } from '#app/web/services.ts'
import * as api from './api.ts'
import * as candidates from './candidates.ts'
import * as comparisons from './comparisons.ts'
import * as conclusions from './conclusions.ts'
import * as contests from './contests.ts'
import * as crawlers from './crawlers.ts'
import * as events from './events.ts'
import * as experts from './experts.ts'
import * as feeds from './feeds.ts'
import * as grounds from './grounds.ts'
import * as keys from './keys.ts'
import * as live from './live.ts'
import * as log from './log.ts'
import * as orders from './orders.ts'
import * as panelPapers from './panel-papers.ts'
import * as panels from './panels.ts'
import * as papers from './papers.ts'
import * as practices from './practices.ts'
import * as questionnaires from './questionnaires.ts'
import * as reviews from './reviews.ts'
import * as summaries from './summaries.ts'
import * as word from './word.ts'
import * as workPapers from './work-papers.ts'

export function registerHandlers(app: Express, services: Services, pages: LivePages): void {
  api.register(app, services)
  candidates.register(app, services)
  comparisons.register(app, services)
  conclusions.register(app, services)
  workPapers.register(app, services)
  crawlers.register(app, services)
  events.register(app, services)
  experts.register(app, services)
  feeds.register(app, services)
  grounds.register(app, services)
  keys.register(app, services)
  live.register(app, services, pages)
  log.register(app, services)
  orders.register(app, services)
  panelPapers.register(app, services)
  contests.register(app, services)
  panels.register(app, services)
  papers.register(app, services)
  practices.register(app, services)
  questionnaires.register(app, services)
  reviews.register(app, services)
  summaries.register(app, services)
  word.register(app, services)
}
