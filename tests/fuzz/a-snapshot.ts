/** Freezes the matrix of a past day on a server; gives the id of the snapshot. */
export async function aSnapshot(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/snapshots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: '/r/1/2025-11-08/matrix' }),
  })
  const { id } = (await answer.json()) as { readonly id: string }
  return id
}
