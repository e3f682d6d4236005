/** Demo stories: what the invented community has been doing, told by the rooms themselves once their people exist. */
import { seedLists } from '#app/domain/assessment/demo.server.ts'
import { seedResults } from '#app/domain/assessment/results/demo.server.ts'
import { seedApplications } from '#app/domain/assessment/way/demo.server.ts'
import { seedPapers } from '#app/domain/documents/demo.server.ts'
import { seedEvents } from '#app/domain/events/demo/demo.server.ts'
import { seedClosed } from '#app/domain/experts/closed/demo.server.ts'
import { seedOwnData } from '#app/domain/experts/correcting/demo.server.ts'
import { seedStatements } from '#app/domain/experts/statements/demo.server.ts'
import { seedContests } from '#app/domain/panels/contests/demo.server.ts'
import { seedPanels } from '#app/domain/panels/demo.server.ts'
import { seedPractices } from '#app/domain/practices/demo/demo.server.ts'
import { seedQuestionnaires } from '#app/domain/questionnaires/demo.server.ts'
import { seedReviews } from '#app/domain/reviews/demo/demo.server.ts'
import { seedDesks } from '#app/domain/reviews/demo/demo-desk.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Services } from './services.ts'
import { pressOf, shelfIn } from './shelf.server.ts'

/** Adds the stories that are not told yet; without demo data does nothing. */
export async function tellStories(services: Services): Promise<void> {
  const { owner, config, zone, vault } = services
  await seedReviews(owner.db)
  await seedDesks(owner.db)
  await seedLists(owner.db)
  await seedClosed(owner.db)
  await seedApplications(owner.db)
  await seedResults(owner.db)
  await seedPanels(owner.db, pressOf(services))
  await seedContests(owner.db, config.dataDir)
  await seedQuestionnaires(owner.db)
  await seedOwnData(owner.db)
  await seedPractices(owner.db, config.dataDir)
  await seedEvents(owner.db)
  const words = messagesOf('ru')
  const [notice, shelf] = [words.shell.demo, shelfIn(config.dataDir)]
  await seedStatements(owner.db, zone, { ...{ words, notice, shelf, vault }, publicUrl: config.publicUrl })
  await seedPapers({ db: owner.db, shelf, zone, notice })
}
