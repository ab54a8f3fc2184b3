export const HELP = `Judges Kubernetes manifests before they are applied: workloads, pod security,
deployment safeguards of AKS.

Usage: backstage-aks-check [options] PATH...

PATH is a file (YAML or JSON), a folder (all such files in it and below), a folder
with a kustomization.yaml (built with kustomize or kubectl, one of which has to be
installed), or - for what is piped in, such as from "helm template".

Options:
  --format FORMAT    text (default), json, sarif or junit
  --level LEVEL      the level of pod security to ask for: privileged, baseline or
                     restricted (default)
  --fail-on WHAT     the mildest verdict that counts as a failure: error (default),
                     warning, unknown, or never
  -n, --namespace N  the namespace of objects that name none (default: default)
  --complete         the manifests are all there is in their namespaces; without
                     it, what they lack may be on the cluster, and is unknown
  -h, --help         this text
  --version          the version

Exit code: 0 where nothing failed, 1 where something did, 2 where the command was
called wrongly, something could not be read or there was no manifest.
`;
