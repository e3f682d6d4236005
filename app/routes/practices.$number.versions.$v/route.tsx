import { CardPage } from '#app/routes/practices.$number._index/card-page.tsx'
import { cardPage } from '#app/routes/practices.$number._index/card-view.server.ts'
import { serve } from '#app/web/serve.server.ts'

/** A version by its own address, which stays when a newer one is published. */
export const loader = serve(cardPage)

export { cardMeta as meta } from '#app/routes/practices.$number._index/meta.ts'

export default CardPage
