/** Reloading of the demonstration by its administrator: rows, then the stories, then every cached page goes. */
import { announce } from '#app/domain/announce.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { demoMark, reloadDemo } from '#db/seed/reload.ts'
import type { Services } from './services.ts'
import { tellStories } from './stories.server.ts'

/** What is loaded, for the page; null when this is no demonstration. */
export async function demoState(ctx: ActingCtx, services: Services) {
  authorize(expertRules.reloadDemo, ctx.actor, {})
  return services.config.demo ? demoMark(ctx.db) : null
}

/** Loads the demonstration anew; everybody is signed out by it. Problem('not-demo') elsewhere. */
export async function startAnew(ctx: ActingCtx, services: Services): Promise<void> {
  authorize(expertRules.reloadDemo, ctx.actor, {})
  const { config, content, owner } = services
  if (!config.demo || !(await reloadDemo(owner.db, content, config.demoDay))) throw new Problem('not-demo')
  await tellStories(services)
  announce([{ kind: 'demo.reloaded', objectId: null }])
}
