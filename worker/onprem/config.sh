# Writes the runtime's configuration out of the settings; what a setting holds stays in the environment.

listed() { printf '%s' "$1" | sed 's/[^,]*/"&"/g'; }
pem() { printf '"%s"' "$(sed ':a;N;$!ba;s/\n/\\n/g' "$1")"; }

namespaces() {
  while read -r binding class key; do
    printf '    (className = "%s", uniqueKey = "%s", enableSql = true),\n' "$class" "$key"
  done <"$program/classes"
}

bindings() {
  while read -r binding class key; do
    printf '    (name = "%s", durableObjectNamespace = "%s"),\n' "$binding" "$class"
  done <"$program/classes"
  for name in $GIVEN; do printf '    (name = "%s", fromEnvironment = "%s"),\n' "$name" "$name"; done
}

protocol() {
  if [ -n "$TLS_CERT" ] && [ -n "$TLS_KEY" ]; then
    printf 'https = (tlsOptions = (keypair = (privateKey = %s, certificateChain = %s)))' "$(pem "$TLS_KEY")" "$(pem "$TLS_CERT")"
  else
    printf 'http = ()'
  fi
}

trusted() { [ -z "$CA_FILE" ] || printf ', trustedCertificates = [%s]' "$(pem "$CA_FILE")"; }

write_config() {
  cat <<CONFIG
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "egress", worker = .egress),
    (name = "network", network = (allow = [$(listed "$EGRESS_NETWORKS")], tlsOptions = (trustBrowserCas = true$(trusted)))),
    (name = "objects", disk = (path = "$DATA/objects", writable = true)),
    (name = "anchors", disk = (path = "$SECOND", writable = true)),
  ],
  sockets = [
    (name = "listen", address = "$LISTEN", $(protocol), service = "main"),
    (name = "local", address = "unix:$DATA/run/socket", http = (), service = "main"),
  ],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "$program/worker.js")],
$(cat "$program/compatibility")
  durableObjectNamespaces = [
$(namespaces)
  ],
  durableObjectStorage = (localDisk = "objects"),
  globalOutbound = "egress",
  bindings = [
    (name = "ANCHORS", service = "anchors"),
$(bindings)
  ],
);
const egress :Workerd.Worker = (
  modules = [(name = "egress.js", esModule = embed "$program/egress.js")],
$(cat "$program/compatibility")
  globalOutbound = "network",
  bindings = [(name = "EGRESS", fromEnvironment = "EGRESS")],
);
CONFIG
}

write_probe() {
  cat <<CONFIG
using Workerd = import "/workerd/workerd.capnp";
const base :Workerd.Worker = (
  modules = [(name = "probe.js", esModule = embed "$program/probe.js")],
$(cat "$program/compatibility")
  bindings = [(name = "SERVICE", service = "local"), (name = "PATIENCE", fromEnvironment = "PATIENCE")],
);
const local :Workerd.Service = (name = "local", external = (address = "unix:$DATA/run/socket", http = ()));
const config :Workerd.Config = (services = [(name = "probe", worker = .base), .local]);
CONFIG
}
