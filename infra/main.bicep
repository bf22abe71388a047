// Several nodes on Azure Container Apps, the record in PostgreSQL, the blobs in a storage account.
//   az deployment group create --resource-group GROUP --template-file infra/main.bicep --parameters registryName=… image=… databasePassword=…

@description('An existing Azure Container Registry in the same resource group.')
param registryName string

@description('The image in it, with its tag: approval:1.0')
param image string

@secure()
@minLength(16)
param databasePassword string

param location string = resourceGroup().location

@description('Lower-case letters and digits; a storage account takes no others, and 24 at most.')
@minLength(4)
@maxLength(11)
param name string = 'approval'

@description('Nodes at the quietest and the busiest hour.')
param replicas { least: int, most: int } = { least: 2, most: 6 }

var unique = '${name}${uniqueString(resourceGroup().id)}'
var blobContributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
)
var registryPuller = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d'
)
var databaseLogin = 'approval'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'nodes'
        properties: {
          addressPrefix: '10.20.0.0/23'
          serviceEndpoints: [{ service: 'Microsoft.Storage' }]
          delegations: [{ name: 'nodes', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.2.0/28'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }

  resource nodes 'subnets' existing = { name: 'nodes' }
  resource database 'subnets' existing = { name: 'database' }
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: unique
  location: location
  sku: { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
  properties: {
    version: '17'
    administratorLogin: databaseLogin
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'SameZone' }
    network: {
      delegatedSubnetResourceId: network::database.id
      privateDnsZoneArmResourceId: databaseZone.id
    }
  }
  dependsOn: [databaseZone::link]

  resource database 'databases' = { name: 'approval' }
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: unique
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    // Whoever reads or writes does so as an identity.
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'None'
      defaultAction: 'Deny'
      virtualNetworkRules: [{ id: network::nodes.id }]
    }
  }

  resource service 'blobServices' = {
    name: 'default'
    properties: {
      // Blobs are never changed or taken away by the product: these undo what others do.
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 90 }
      containerDeleteRetentionPolicy: { enabled: true, days: 90 }
    }

    resource container 'containers' = { name: 'blobs' }
  }
}

resource mayKeepBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, blobContributor)
  properties: {
    roleDefinitionId: blobContributor
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, identity.id, registryPuller)
  properties: {
    roleDefinitionId: registryPuller
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 90 }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: network::nodes.id }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource web 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 8080 }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: [
        {
          name: 'database'
          value: 'Host=${postgres.properties.fullyQualifiedDomainName};Database=${postgres::database.name};Username=${databaseLogin};Password="${databasePassword}";SSL Mode=Require'
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'web'
          image: '${registry.properties.loginServer}/${image}'
          resources: { cpu: 1, memory: '2Gi' }
          env: [
            { name: 'Approval__Database__Provider', value: 'Postgres' }
            { name: 'Approval__Database__ConnectionString', secretRef: 'database' }
            { name: 'Approval__Blobs__Azure__Account', value: storage.properties.primaryEndpoints.blob }
            // Which of a node's identities the Azure libraries act as.
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/health', port: 8080 }, periodSeconds: 5, failureThreshold: 24 }
            { type: 'Readiness', httpGet: { path: '/health', port: 8080 }, periodSeconds: 10 }
          ]
        }
      ]
      scale: { minReplicas: replicas.least, maxReplicas: replicas.most }
    }
  }
  dependsOn: [mayKeepBlobs, mayPull]
}

output address string = 'https://${web.properties.configuration.ingress.fqdn}'
