/** `npm run db:seed`: loads reference data, and the demo community into a database that has nobody yet. */
import { loadContent } from '#content/load.ts'
import { start } from '#content/messages/ru/start.ts'
import { connect } from '#db/client.ts'
import { joinDatabase } from '#db/open.ts'
import { loadReference, seedDemo } from '#db/seed/index.ts'
import { placeOfInstance, runCommand } from './command.ts'

await runCommand(async () => {
  const content = loadContent()
  const database = await joinDatabase(placeOfInstance())
  const owner = connect(database.ownerUrl, { max: 2 })
  try {
    console.log(start.step.reference)
    await loadReference({ db: owner.db, content })
    const [someone] = await owner.sql`select 1 from people limit 1`
    if (someone || process.env.DEMO === '0') return
    console.log(start.step.demo)
    const demoDay = process.env.DEMO_DAY?.trim()
    await seedDemo({ db: owner.db, content, ...(demoDay ? { demoDay } : {}) })
  } finally {
    await owner.end()
    await database.stop()
  }
})
