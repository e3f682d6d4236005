/** `npm run audit:verify`: recomputes the sealed log; exit code 1 and the place when it does not follow. */
import { verifyLog } from '#app/domain/log.server.ts'
import { audit } from '#content/messages/ru/start.ts'
import { connect } from '#db/client.ts'
import { placeOfInstance, runCommand } from '#db/commands/command.ts'
import { joinDatabase } from '#db/open.ts'

await runCommand(async () => {
  const database = await joinDatabase(placeOfInstance())
  const { db, end } = connect(database.ownerUrl, { max: 1 })
  try {
    const { sealed, pending, head, brokenAt } = await verifyLog(db)
    console.log(brokenAt === null ? audit.whole(sealed, pending, head) : audit.broken(brokenAt))
    if (brokenAt !== null) process.exitCode = 1
  } finally {
    await end()
    await database.stop()
  }
})
