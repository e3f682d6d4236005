/** Writes an import of people in a process of its own and says how far it is: for the test that kills it on the way. */
import { runPeopleImport } from '#app/domain/experts/people-importing.server.ts'
import { connect } from '#db/client.ts'

const [ownerUrl = '', id = '', actorId = ''] = process.argv.slice(2)
await runPeopleImport(
  { owner: connect(ownerUrl), zone: 'Asia/Yekaterinburg' },
  {
    id,
    payload: { import: id },
    actorId,
    progress: async (done) => {
      console.log(`written ${done}`)
      // the next step waits to be killed
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    },
  },
)
