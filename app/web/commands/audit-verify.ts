/** `npm run audit:verify`: recomputes the sealed log and what follows from it; exit code 1 and the places when it does not. */

import { erasedOf } from '#app/domain/experts/erasing/erasures.server.ts'
import { verifyLog } from '#app/domain/log.server.ts'
import { differencesFromLog } from '#app/domain/reviews/audit/rederiving.server.ts'
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
    const differences = await differencesFromLog(db)
    for (const { kind, id } of differences) console.log(audit.differs[kind](id))
    if (differences.length === 0) console.log(audit.follows)
    const { asked, logged } = await erasedOf(db)
    console.log(audit.erased(asked, logged))
    if (brokenAt !== null || differences.length > 0 || asked !== logged) process.exitCode = 1
  } finally {
    await end()
    await database.stop()
  }
})
