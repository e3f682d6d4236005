/** Carries a run of a contest out in a process of its own and says how far it is: for the test that kills it on the way. */
import { runContest } from '#app/domain/panels/contests/runs/carrying.server.ts'
import { connect } from '#db/client.ts'

const [ownerUrl = '', id = '', dataDir = '', now = '', pause = ''] = process.argv.slice(2)
await runContest(
  {
    owner: connect(ownerUrl),
    zone: 'Asia/Yekaterinburg',
    config: { publicUrl: 'https://example.test', smtpUrl: undefined, dataDir },
  },
  {
    id,
    payload: { run: id },
    actorId: null,
    progress: async (done) => {
      console.log(`step ${done}`)
      // this step waits to be killed
      if (done === Number(pause)) await new Promise((resolve) => setTimeout(resolve, 60_000))
    },
  },
  new Date(now),
)
