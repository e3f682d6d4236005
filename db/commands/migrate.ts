/** `npm run db:migrate`: brings the database to the schema of this version, without starting the site. */
import { start } from '#content/messages/ru/start.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { joinDatabase } from '#db/open.ts'
import { placeOfInstance, runCommand } from './command.ts'

await runCommand(async () => {
  const database = await joinDatabase(placeOfInstance())
  try {
    console.log(start.step.migrate)
    await migrateDatabase(database.ownerUrl)
  } finally {
    await database.stop()
  }
})
