import { HumanDuration } from '@backstage/types';

export interface Config {
  /** The AKS portal. */
  aks?: {
    /** Clusters to collect from. */
    clusters?: Array<{
      /** Unique name, at most 63 characters. */
      name: string;
      /**
       * Such as `production`. Without it, the first of `aks.environments` whose
       * patterns match the name; else `unassigned`.
       */
      environment?: string;
      /**
       * URL of the API server. May be left out with a kubeconfig, whose context
       * then names it. Plain http is taken for loopback addresses only, unless
       * `skipTLSVerify` is set.
       */
      url?: string;
      /**
       * How Azure names it; pages then link to the Azure portal. Such as
       * `/subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…`.
       */
      resourceId?: string;
      /** Base64 of the certificate authority (PEM) that signed the server's certificate. */
      caData?: string;
      /** File with that certificate authority; instead of `caData`. */
      caFile?: string;
      /** Takes any certificate. For trials only. */
      skipTLSVerify?: boolean;
      /** How the portal signs in. A read-only ClusterRole is all it needs. */
      auth:
        | {
            type: 'serviceAccountToken';
            /**
             * A service account's token.
             *
             * @visibility secret
             */
            token?: string;
            /** File with the token, read again when it changes; instead of `token`. */
            tokenFile?: string;
          }
        | {
            type: 'kubeconfig';
            /** File, `~/` allowed; its token or client certificate is used, no command is ever run. */
            path: string;
            /** Name of a context in the file. */
            context: string;
          };
    }>;
    /** The Azure portal of your cloud. Default `https://portal.azure.com`. */
    azurePortal?: string;
    /** Environments in the order in which they are shown. */
    environments?: Array<{
      name: string;
      /** Names of clusters that belong to it; `*` stands for any characters. */
      clusters?: string[];
    }>;
    /** How the platform binds namespaces to catalog owners. */
    ownership?: {
      /** Label of a Namespace that names its owner. Default `backstage-aks.io/owner`. */
      label?: string;
      /** Annotation of a Namespace that names its owners, separated by commas. */
      annotation?: string;
      /** Tried in order, for namespaces without such a label or annotation. */
      patterns?: Array<{
        /** Name of the namespaces; `*` stands for any characters. */
        namespaces: string;
        /** Such as `group:default/storefront`. */
        owner: string;
      }>;
      /** Whether everybody counts as owner of a namespace without one. Default `deny`. */
      unbound?: 'allow' | 'deny';
    };
    /**
     * What takes traffic in before the clusters do, such as a Front Door, the
     * outermost first. It is shown in front of each exposure that it fits; no
     * verdict depends on it.
     */
    upstreams?: Array<{
      /** Unique name, at most 63 characters. */
      name: string;
      /** Default `other`. */
      kind?: 'front-door' | 'application-gateway' | 'firewall' | 'other';
      /**
       * Host names that it takes in; `*.contoso.example` stands for every name
       * below. Without hosts, `addresses` alone decide; with both, both have to fit.
       */
      hosts?: string[];
      /** The clusters' addresses that it sends to: IP addresses or host names. */
      addresses?: string[];
    }>;
    /** What is collected from every cluster. */
    collect?: {
      /** Objects per page of a listing, 1 to 5000. Default 500. */
      pageSize?: number;
      /** Kinds to collect. Default: every kind that the portal knows. */
      kinds?: string[];
      /**
       * How a kind is listed: in pages, or as a stream of all its objects, which
       * Kubernetes serves in 1.32 and since 1.34 and which takes less memory of the API
       * server. Where that is not served, in pages all the same. Default `pages`.
       */
      lists?: 'pages' | 'stream';
      /**
       * Limits what is collected to some namespaces. Kinds without namespace are
       * collected all the same; of namespaces themselves only those.
       *
       * Where `include` has names alone, each of them is read by itself, so that
       * a Role in each is enough. Else the whole cluster is read, without what
       * is excluded by name.
       */
      namespaces?: {
        /** At most 20 names, or patterns such as `shop-*`. Default: all. */
        include?: string[];
        /** Names or patterns such as `kube-*`, taken away from those. */
        exclude?: string[];
      };
      /**
       * How much the portal asks of one API server at most. A cluster that says
       * it is overloaded is left alone for as long as it asks, whatever is set here.
       */
      requests?: {
        /** Requests a second in the long run, 1 to 1000. Default 50. */
        perSecond?: number;
        /** How many at once after a quiet time, 1 to 10000. Default 100. */
        burst?: number;
      };
    };
    /**
     * How long the portal keeps what is no longer current. Durations are written
     * as Backstage reads them, such as `7d` or `{ days: 7 }`. Objects that a
     * cluster deletes are deleted at once.
     */
    retention?: {
      /**
       * What is known of a cluster that the configuration no longer names. It is
       * not shown, but needs no new reading should it come back. Default 7 days.
       */
      clusters?: HumanDuration | string;
      /**
       * Events, after they last happened, where the cluster has not deleted them
       * itself. Default 1 day.
       */
      events?: HumanDuration | string;
    };
  };
}
