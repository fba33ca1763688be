package org.cortexscim.scim.schema;

/** A user with every attribute of RFC 7643 §4.1 and §4.3 that a client may set, after the RFC's own §8.3. */
final class CompleteUser {
    static final String JSON = """
            {"externalId": "701984",
             "userName": "bjensen@example.com",
             "name": {"formatted": "Ms. Barbara J Jensen, III", "familyName": "Jensen", "givenName": "Barbara",
                      "middleName": "Jane", "honorificPrefix": "Ms.", "honorificSuffix": "III"},
             "displayName": "Babs Jensen",
             "nickName": "Babs",
             "profileUrl": "https://login.example.com/bjensen",
             "title": "Tour Guide",
             "userType": "Employee",
             "preferredLanguage": "en-US",
             "locale": "en-US",
             "timezone": "America/Los_Angeles",
             "active": true,
             "emails": [
               {"value": "bjensen@example.com", "display": "Babs at work", "type": "work", "primary": true},
               {"value": "babs@jensen.org", "type": "home", "primary": false}],
             "phoneNumbers": [
               {"value": "555-555-5555", "display": "desk", "type": "work", "primary": true},
               {"value": "555-555-4444", "type": "mobile"}],
             "ims": [{"value": "someaimhandle", "display": "chat", "type": "aim", "primary": true}],
             "photos": [
               {"value": "https://photos.example.com/F.jpg", "display": "F", "type": "photo", "primary": true},
               {"value": "https://photos.example.com/T.jpg", "type": "thumbnail"}],
             "addresses": [
               {"formatted": "100 Universal City Plaza\\nHollywood, CA 91608 USA",
                "streetAddress": "100 Universal City Plaza", "locality": "Hollywood", "region": "CA",
                "postalCode": "91608", "country": "US", "type": "work", "primary": true}],
             "entitlements": [{"value": "e1", "display": "E1", "type": "licence", "primary": true}],
             "roles": [{"value": "r1", "display": "R1", "type": "app", "primary": true}],
             "x509Certificates": [{"value": "MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVM=",
                                   "display": "badge", "type": "smartcard", "primary": true}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
               "employeeNumber": "701984", "costCenter": "4130", "organization": "Universal Studios",
               "division": "Theme Park", "department": "Tour Operations",
               "manager": {"value": "26118915-6090-4610-87e4-49d8ca9f808d",
                           "$ref": "../Users/26118915-6090-4610-87e4-49d8ca9f808d"}}}
            """;

    private CompleteUser() {}
}
