/**
 * The address of the map style that the setting `MAP_STYLE` names; null when it is unset or no address. A page may then
 * fetch from that host, and from no other.
 */
export function mapStyleOf({ MAP_STYLE }: Pick<Env, 'MAP_STYLE'>): URL | null {
  const url = URL.parse(MAP_STYLE ?? '');
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
